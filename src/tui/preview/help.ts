import type { PreviewState } from '../../app/preview/state.ts';
import { keyName } from '../key-name.ts';
import { BLANK, hanging, literal, type StyledLine, styled } from '../styled.ts';
import { activePreviewBindings, type PreviewBinding } from './keys.ts';

/** The key table of the preview, and what the preview does by itself. */

const KEYS_WIDTH = 14;

const ABOUT = [
  'The file is read again whenever it is saved; seed and place stay.',
  'What is wrong with it stands above the last variant that could be drawn, with line and column.',
  'Seeds make the variants: the same number gives the same one on any machine, in a preview, on paper and in a study session.',
  'Warnings, at the end, are those of "tutor bank lint", looked for in a few seeds only.',
];

export function previewHelp(state: PreviewState, width: number): StyledLine[] {
  return [
    ...section('Keys', activePreviewBindings({ ...state, help: null }), width),
    ...section('Here', onlyHere(state), width),
    ...ABOUT.flatMap(text => [...literal(text, width), BLANK]),
  ];
}

function onlyHere(state: PreviewState): readonly PreviewBinding[] {
  return activePreviewBindings(state).filter(({ on }) => on === 'help');
}

function section(title: string, rows: readonly PreviewBinding[], width: number): StyledLine[] {
  const lines = rows.flatMap(({ keys, help }): StyledLine[] => {
    const names = styled(`  ${keys.map(keyName).join(' ').padEnd(KEYS_WIDTH)}`, 'key');
    return hanging([names], literal(help, width - KEYS_WIDTH - 2));
  });
  return [[styled(title, 'heading')], ...lines, BLANK];
}
