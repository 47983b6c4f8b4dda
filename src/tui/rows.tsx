import { Box, Text } from 'ink';
import { memo, useContext } from 'react';
import { LookContext } from './look/context.ts';
import type { StyledLine } from './styled.ts';
import type { Size } from './view.ts';

interface RowsProps extends Pick<Size, 'rows'> {
  readonly lines: readonly StyledLine[];
}

/**
 * A screen of lines, each in a row of its own.
 *
 * Of a window that has just become narrower Ink draws the old screen once more, and then only the lines that differ. So it
 * must not be wider than the window by then: lines that the terminal breaks push the others away.
 */
export function Rows({ lines, rows }: RowsProps): React.JSX.Element {
  const { paint } = useContext(LookContext);
  return (
    <Box width="100%" height={rows} flexDirection="column" overflow="hidden">
      {lines.map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row of the screen is its index
        <Row key={i} text={paint(line)} />
      ))}
    </Box>
  );
}

/** Drawn anew only where it differs: most keys change one line of many. */
const Row = memo(function Row({ text }: { readonly text: string }): React.JSX.Element {
  return <Text wrap="truncate">{text === '' ? ' ' : text}</Text>;
});
