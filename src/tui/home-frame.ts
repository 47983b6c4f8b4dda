import { homeSituations } from '../app/home-situations.ts';
import type { HomeScreen } from '../app/screens.ts';
import { framed } from './framing.ts';
import { bindingsIn } from './keys/table.ts';
import type { StyledLine } from './styled.ts';
import type { Size } from './view.ts';
import { homeView } from './views/home.ts';

/** The home screen as a session begins there, as `frame` draws it, but without all that other screens are drawn with. */
export function homeFrame(screen: HomeScreen, notice: string | null, size: Size): readonly StyledLine[] {
  const keys = bindingsIn(new Set(homeSituations(screen)));
  return framed(room => homeView(screen, room), { keys, notice, scroll: null }, size).lines;
}
