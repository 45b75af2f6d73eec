import type { examples as first } from "../zh-CN/examples.ts";
import type { Wording } from "../wording.ts";

/** The worked examples of the bundled plans. */
export const examples: Wording<typeof first> = {
  open: "Worked example",
  close: "Back to the plan's scenarios",
  label: "Worked example: {{title}}",
  of: {
    enping: {
      title: "With GDP growing by only 5 %, is an R&D intensity of 2.5 % still within reach?",
      text: "In 2015 R&D expenditure of 230 million yuan was 1.5 % of GDP, which makes GDP some 15.33 billion. If both grow alike the intensity stays; with GDP growing by 5 % a year, 2.5 % needs expenditure to grow by 16.3 % (to 489 million). Faster GDP makes it harder: with GDP at 8 % and expenditure still at 16.3 %, 2020 comes to only 2.17 %.",
      scenarios: { even: "Both at 5 %", needed: "R&D at 16.3 %", faster: "GDP at 8 %" },
    },
    taishan: {
      title: "16.8 % for two years, then 6.0 %: is the milestone evenly placed?",
      text: "From 1.54 % in 2015 to 2.1 % in 2017 R&D intensity has to grow by 16.8 % a year, from there to 2.5 % in 2020 by only 6.0 %. Spread evenly it takes 10.2 %, and 1.87 % in 2017 would do; history did 13.1 % a year (2011–2015), which gives 1.97 % in 2017 and misses the milestone, yet 2.85 % in 2020.",
      scenarios: { plan: "As planned", even: "Evenly", before: "As before, 13.1 %" },
    },
    heshan: {
      title: "Is growth of 6 % a year much for Heshan?",
      text: "R&D intensity rose from 1.83 % in 2015 to 2.92 % in 2019: even had GDP not grown at all, expenditure would have grown by 12.4 % a year. The plan's 6 % is less than half of what Heshan has already done, and half of the 12 % of Jiangmen above it. From 1.058 billion yuan in 2019, 2025 comes to 1.501 billion at 6 %, 2.088 at 12 %, and 2.132 at its own pace.",
      scenarios: { plan: "Plan, 6 %", superior: "Jiangmen, 12 %", before: "Own pace, 12.4 %" },
    },
    jiangmen: {
      title: "After nine times in five years, how much slower are 2600?",
      text: "High-tech enterprises went from 205 in 2015 to 1845 in 2020, exactly nine times, 55.2 % a year. 2600 by 2025 takes 7.1 % a year, 151 more each year: less than half of the 328 a year before. 328 more each year would make 3485; another nine times 16605, which nobody would write.",
      scenarios: { plan: "Plan, 7.1 %", before: "Nine times again", steady: "328 more a year" },
    },
    shaoguan: {
      title: "From 33 enterprises in the credit pool to 200: how many a year?",
      text: "33 enterprises were in the pool in 2016, 200 are promised for 2020: 41.75 more a year for four years, more than all before together. Doing all of the past again each year (33) gives 165 in 2020, 35 short; as a rate it takes 56.9 % a year.",
      scenarios: { plan: "41.75 a year", again: "33 a year", rate: "56.9 % a year" },
    },
  },
};
