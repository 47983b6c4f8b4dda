import type { HomeScreen } from './screens.ts';

export type HomeSituation =
  | 'home'
  /** Nothing was ever answered, so nothing can be taken back. */
  | 'unanswered'
  /** A question has been answered before, so practice has something to ask. */
  | 'practicable'
  /** Something is set aside. */
  | 'asides'
  /** There are topics to choose from. */
  | 'topics';

/** What the keys of the home screen depend on. */
export function homeSituations({
  home: { isFirst, met, aside, topics },
}: Pick<HomeScreen, 'home'>): readonly HomeSituation[] {
  return [
    'home',
    ...(isFirst ? (['unanswered'] as const) : []),
    ...(met > 0 ? (['practicable'] as const) : []),
    ...(aside > 0 ? (['asides'] as const) : []),
    ...(topics.length > 0 ? (['topics'] as const) : []),
  ];
}
