/** The scenario room. */
export const scenario = {
  title: "情景",
};
