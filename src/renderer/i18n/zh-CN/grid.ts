/** The indicator room. */
export const grid = {
  title: "指标",
};
