import { drawHeatMap } from '../heatmap/draw.ts';
import { type HeatMap, heatMapTitle, readHeatMap } from '../heatmap/read.ts';
import { heatMapInWords } from '../heatmap/words.ts';
import type { Line } from '../line.ts';
import { drawNetwork } from '../network/draw.ts';
import { type Network, networkCaption } from '../network/network.ts';
import { readNetwork } from '../network/read.ts';
import { networkInWords } from '../network/words.ts';
import { drawPlot } from '../plot/draw.ts';
import { type Plot, plotTitle, readPlot } from '../plot/read.ts';
import { plotInWords } from '../plot/words.ts';

/** What a fence may hold in place of code: a drawing in characters, or data that every output draws in its own way. */
export type Figure =
  | { readonly kind: 'heatmap'; readonly map: HeatMap }
  | { readonly kind: 'plot'; readonly plot: Plot }
  | { readonly kind: 'network'; readonly network: Network };

/** null where a fence holds something else, or what cannot be drawn: it is then shown as it is. */
export function figureIn(info: string, text: string): Figure | null {
  const title = plotTitle(info);
  const plot = title === null ? null : readPlot(title, text);
  if (plot !== null) return { kind: 'plot', plot };
  const heading = heatMapTitle(info);
  const map = heading === null ? null : readHeatMap(heading, text);
  if (map !== null) return { kind: 'heatmap', map };
  const caption = networkCaption(info);
  const read = caption === null ? null : readNetwork(caption, text);
  return read !== null && 'network' in read ? { kind: 'network', network: read.network } : null;
}

/** null where the width is too small. */
export function drawFigure(figure: Figure, width: number): readonly Line[] | null {
  switch (figure.kind) {
    case 'plot':
      return drawPlot(figure.plot, width);
    case 'heatmap':
      return drawHeatMap(figure.map, width);
    case 'network':
      return drawNetwork(figure.network, width);
  }
}

export function wordsOf(figure: Figure): string {
  switch (figure.kind) {
    case 'plot':
      return plotInWords(figure.plot);
    case 'heatmap':
      return heatMapInWords(figure.map);
    case 'network':
      return networkInWords(figure.network);
  }
}

/** A fence in words, what is drawn in characters by its description; null where it is code or says nothing. */
export function fenceInWords(info: string, text: string): string | null {
  const figure = figureIn(info, text);
  return figure ? wordsOf(figure) : figureInWords(info);
}

/** What a drawing in a fence says of itself in words, after the word `figure`; null where it is none or says nothing. */
export function figureInWords(info: string): string | null {
  const description = /^figure\s+(.*\S)/.exec(info)?.[1];
  return description === undefined ? null : `Figure: ${description}${/[.!?]$/.test(description) ? '' : '.'}`;
}
