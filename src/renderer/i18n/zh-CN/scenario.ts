/** The scenario room: which indicator under which scenario. */
export const scenario = {
  title: "情景",
  proposed: {
    floor: { name: "保底", note: "走到各目标的保底值" },
    baseline: { name: "基准", note: "延续历年平均变化" },
    stretch: { name: "力争", note: "走到各目标的力争值" },
  },
  indicator: "指标",
  empty: {
    noIndicators: "本规划还没有指标，先在指标表中填写。",
    toGrid: "去指标表",
  },
};
