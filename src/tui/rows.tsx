import { Box, Text } from 'ink';
import type { StyledLine } from './styled.ts';
import { theme } from './theme.ts';
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
  return (
    <Box width="100%" height={rows} flexDirection="column" overflow="hidden">
      {lines.map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row of the screen is its index
        <Row key={i} line={line} />
      ))}
    </Box>
  );
}

function Row({ line }: { readonly line: StyledLine }): React.JSX.Element {
  return (
    <Text wrap="truncate">
      {line.length === 0
        ? ' '
        : line.map(({ text, token }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: spans have no identity but their place
            <Text key={i} {...(token ? theme[token] : {})}>
              {text}
            </Text>
          ))}
    </Text>
  );
}
