/** Room for a short answer on paper. Dots, as a run of underscores would be a rule in Markdown. */
export const BLANK_LINE = '…'.repeat(24);
