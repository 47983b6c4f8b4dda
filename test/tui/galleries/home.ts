import { startHome } from '../../../src/app/session.ts';
import { fixture, type Session, session } from '../../app/support.ts';
import { after, type Gallery, next, right, STUDY, wrong } from '../gallery-steps.ts';

/** As one does who forgets the bias of a filter. */
const forgetful = (begin: Session): void => {
  const { C = 0, K = 0 } = begin.question().presented.variant.vars as Readonly<Record<string, number>>;
  begin.type(`${C}*${K}^2`);
  begin.act('submit');
};

export const homeGallery: Gallery = {
  'summary of a session': () =>
    after(
      session({ start: STUDY, templates: [fixture('cnn/filter-weights'), fixture('losses/two-steps')] }),
      begin => begin.pass(120_000),
      forgetful,
      next,
      begin => begin.pass(60_000),
      right,
      next,
      right,
      next,
    ),
  'home after some answers': () =>
    after(
      session({ start: startHome() }),
      begin => begin.act('study'),
      right,
      next,
      wrong,
      begin => begin.act('back'),
    ),
  'home with a plan and an exam begun': () => {
    const walk = session({ start: startHome() });
    const at = new Date('2026-11-20T17:50:00Z');
    const about = { code: 'mock.7.b.1-k3f9q-8d2', form: 'A', title: 'Mock', minutes: 90, credits: 90, pass: 45 };
    walk.store.exams.begin({ ...about, clock: 'runs', forecast: null, zone: 'UTC', at, data: null });
    walk.act('plan', 'adopt', 'back');
    return walk;
  },
};
