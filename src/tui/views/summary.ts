import type { State, SummaryScreen } from '../../app/state.ts';
import { tally } from '../../app/tally.ts';
import { signOf } from '../marks/marked.ts';
import { BLANK, literal, type StyledLine, styled } from '../styled.ts';
import type { View } from '../view.ts';

export function summaryView({ home }: SummaryScreen, { answered, lane }: State, width: number): View {
  const left = home.due + home.fresh;
  const missed = answered.filter(entry => entry.credit < 1);
  const head: StyledLine[] =
    answered.length === 0
      ? [
          [
            styled(
              lane.kind === 'study' && left === 0
                ? 'Nothing is due, and no new question is left for today.'
                : 'Nothing was answered.',
              'strong',
            ),
          ],
        ]
      : [
          [styled(tally(answered), 'accent')],
          BLANK,
          ...answered.map(({ credit, self, title, rating }) => [
            signOf({ credit }),
            styled((rating ?? 'practice').padEnd(10), 'muted'),
            styled(title),
            styled(self ? '  (self-marked)' : '', 'muted'),
          ]),
        ];
  const advice: StyledLine[] =
    missed.length === 0
      ? []
      : [
          BLANK,
          ...literal(`Worth a drill: "tutor drill ${missed[0]?.question}" asks it again with other numbers.`, width),
        ];
  return {
    place: lane.kind === 'study' ? 'Study · summary' : `Drill ${lane.topic} · summary`,
    corner: '',
    body: [
      ...head,
      ...advice,
      BLANK,
      [
        styled(left > 0 ? `${left} left for today. ` : 'Done for today. ', 'strong'),
        styled(`Tomorrow ${home.tomorrow} will be due.`),
      ],
    ],
    panel: [],
    focus: [],
  };
}
