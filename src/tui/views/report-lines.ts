import type { ExamReport } from '../../app/exam/report.ts';
import { resultSection, sharesSection, timeSection } from '../../pages/exam-report.ts';
import { type Page, sectionLines } from '../../pages/page.ts';
import { fromNotation, type StyledLine } from '../styled.ts';

/** What an exam came to: section by section, each below an empty line. */
export function reportLines(report: ExamReport, page: Page): readonly StyledLine[] {
  const sections = [
    resultSection(report),
    report.problems.length > 0 ? sharesSection('By problem', report.problems, page) : null,
    sharesSection('By topic', report.topics, page),
    timeSection(report),
  ];
  return sections.flatMap(section => (section ? sectionLines(section, page) : [])).map(fromNotation);
}
