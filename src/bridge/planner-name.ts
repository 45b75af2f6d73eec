/** The longest name of a planner, in UTF-16 units. */
export const MAX_PLANNER_NAME = 60;
