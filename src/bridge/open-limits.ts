/** The largest file that is read when the planner opens one, in bytes. */
export const MAX_OPENED_BYTES = 50 * 1024 * 1024;

/** What the files of one choice may hold together, in bytes. */
export const MAX_OPENED_TOGETHER = 200 * 1024 * 1024;
