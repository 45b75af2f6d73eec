import { describe, expect, test } from "vitest";
import { LibraryRoom } from "./rooms/library-room.ts";
import { ScenarioRoom } from "./rooms/scenario-room.ts";
import { onMachine } from "./on-machine.ts";
import type { Workbench } from "./start-workbench.ts";

const INTENSITY = "研究和试验发展（R&D）经费投入强度";

describe("what the scenario room shows of Taishan's R&D intensity", () => {
  let workbench: Workbench;
  let room: ScenarioRoom;

  onMachine(async (started) => {
    workbench = started;
    room = new ScenarioRoom(workbench.page);
    const library = new LibraryRoom(workbench.page);
    await library.ready();
    await library.open("台山市科技创新“十三五”规划");
    await room.show();
    await room.chooseIndicator(INTENSITY);
  });

  const view = (name: string) => room.main.getByRole("radio", { name, exact: true });

  test("small charts have one plot a scenario, each with its own end", async () => {
    await view("分列").check({ force: true });
    // Both targets, and the mean of history between them: 1.54 + 5 × (1.54 − 0.94) ÷ 4.
    const ends = async () =>
      (await room.chart.locator("svg text").allTextContents()).filter((text) => /^2\.\d\d$/u.test(text));
    await expect.poll(ends).toEqual(["2.50", "2.29", "2.50"]);
    await view("叠加").check({ force: true });
  });

  test("every target stands under every scenario with what it comes to", async () => {
    await view("目标对照").check({ force: true });
    const row = room.main.getByRole("row").filter({ hasText: INTENSITY }).filter({ hasText: "2020" });
    // Table 2 of the plan: 2.50 % in 2020.
    await expect.poll(() => row.first().innerText()).toContain("2.5");
  });

  test("the sensitivity says which number moves it, and by how much", async () => {
    await view("敏感度").check({ force: true });
    const texts = async () => (await room.chart.locator("svg text").allTextContents()).join(" ");
    // From the steps 0.07, 0.24, 0.13 and 0.16: 0.15 on average with a spread of 0.0707; over five years that mean lies within
    // 0.15 ± 1.6449 × 0.0707 ÷ √5 in nine of ten cases, so 2020 lies between 1.54 + 5 × 0.098 and 1.54 + 5 × 0.202.
    for (const wanted of ["2.29", "2.03", "2.55"]) await expect.poll(texts).toContain(wanted);
    await view("路径与区间").check({ force: true });
  });

  test("the slider is marked with what the target needs", async () => {
    // (2.5 − 1.54) ÷ 5 a year.
    await room.findings.getByRole("button", { name: "所需 0.192", exact: true }).waitFor();
  });

  test("uncertainty can be left out, and then no probability is told", async () => {
    const counted = room.main.getByRole("checkbox", { name: "计入不确定性" });
    // 2.5 is 0.21 above the mean path of 2.29, whose spread over five years is 0.0707 × √5: Φ(−1.33) is 9 %.
    await expect.poll(() => room.said()).toContain("9 % ±");
    await counted.uncheck();
    await expect.poll(() => room.said()).not.toContain("±");
    await counted.check();
    await expect.poll(() => room.said()).toContain("9 % ±");
    await room.main.getByRole("button", { name: "不确定性…" }).click();
    await workbench.page.getByRole("dialog").waitFor();
    await workbench.page.keyboard.press("Escape");
  });

  test("a formula is completed from the names at hand, says what is wrong with it, and becomes the path", async () => {
    const { page } = workbench;
    await room.main.getByRole("button", { name: "建立副本" }).click();
    await room.main.getByRole("button", { name: "采纳到规划…" }).waitFor();
    await room.main.getByRole("button", { name: "设定假设…" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio", { name: /^按公式/u }).check({ force: true });
    const field = dialog.getByRole("combobox", { name: /公式（结果单位/u });
    await field.fill("没有这个 + 1");
    await dialog.getByText("没有名为“没有这个”的指标或驱动因素。").waitFor();
    await field.fill("");
    await field.pressSequentially("上年(研究和试验发展");
    await dialog.getByRole("option", { name: INTENSITY }).waitFor();
    const offers = await dialog.getByRole("option").allInnerTexts();
    const at = offers.findIndex((offer) => offer.startsWith(INTENSITY));
    for (let step = 0; step < at; step += 1) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect.poll(() => field.inputValue()).toContain(INTENSITY);
    await page.keyboard.press("End");
    // A tenth of a point more each year: 1.54, 1.64 … 2.04.
    await page.keyboard.type(") + 0.1 个百分点");
    await dialog.getByRole("button", { name: "采用" }).click();
    await expect.poll(() => room.pathOf("基准")).toEqual(["1.64", "1.74", "1.84", "1.94", "2.04"]);
  });
});
