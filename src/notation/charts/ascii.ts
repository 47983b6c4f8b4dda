import { type Line, span } from '../line.ts';

/**
 * Drawings for terminals that have no other signs than ASCII: one sign stands for one, and those that tell something apart
 * within a drawing stay apart.
 */
export function inAscii(lines: readonly Line[]): Line[] {
  return lines.map(line =>
    line.map(({ text, tone }) =>
      span(
        text.replaceAll(DRAWN, sign => STAND_INS[sign] ?? sign),
        tone,
      ),
    ),
  );
}

const STAND_INS: Readonly<Record<string, string>> = {
  // Shades and bars, the lightest first.
  '·': '.',
  '░': ':',
  '▒': '+',
  '▓': '*',
  '█': '#',
  '▄': '_',
  // Axes and curves.
  '─': '-',
  '╶': '-',
  '╴': '-',
  '│': '|',
  '├': '|',
  '┤': '|',
  '┴': '+',
  '└': '+',
  '┘': '+',
  '╭': '.',
  '╮': '.',
  '╰': "'",
  '╯': "'",
  '═': '=',
  '║': '"',
  '╔': '=',
  '╗': '=',
  '╚': '=',
  '╝': '=',
  // Text around them.
  '–': '-',
  '−': '-',
  '…': '~',
  '•': '*',
};

const DRAWN = new RegExp(`[${Object.keys(STAND_INS).join('')}]`, 'g');
