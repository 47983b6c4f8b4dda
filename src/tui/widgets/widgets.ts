import type { Entry } from '../../app/entries/entries.ts';
import { boxesWidget } from './boxes.ts';
import { gridWidget } from './grid.ts';
import { linesWidget } from './lines.ts';
import { pageWidget } from './page.ts';
import { pairsWidget } from './pairs.ts';
import { textWidget } from './text.ts';
import type { Drawn, Widget, WidgetProps } from './widget.ts';

/** A widget for every way of making a reply; a new one is one row. */
const widgets: { readonly [Kind in Entry['kind']]: Widget<Extract<Entry, { kind: Kind }>> } = {
  boxes: boxesWidget,
  grid: gridWidget,
  lines: linesWidget,
  page: pageWidget,
  pairs: pairsWidget,
  text: textWidget,
};

export function drawEntry(props: WidgetProps<Entry>): Drawn {
  return (widgets[props.entry.kind] as Widget<Entry>)(props);
}
