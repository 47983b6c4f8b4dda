/** Between these a terminal shows nothing of what comes, and then all at once; those that do not know them ignore them. */
export const [HOLD, RELEASE] = ['\x1b[?2026h', '\x1b[?2026l'];
