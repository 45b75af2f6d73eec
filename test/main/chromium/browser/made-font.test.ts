import { afterAll, expect, test } from "vitest";
import { CHROMIUM_BINDING } from "#bridge/chromium-binding.ts";
import { removeMachines, startTestShell } from "./start-test-shell.ts";

afterAll(removeMachines);

/** Characters of the large Chinese file, of Latin, and of slices with signs and a rare place-name character: merged of several files. */
const TEXT = "恩平GDP２％2.3亿元≥→①垌～—";

test("the browser takes a merged font and draws every character with it", async () => {
  const shell = await startTestShell();
  const undrawn = await shell.page.evaluate(
    async ({ binding, text }) => {
      const bound: unknown = Reflect.get(window, binding);
      if (typeof bound !== "function") throw new Error("The page has no binding");
      const reply: unknown = await Reflect.apply(bound, undefined, ["subsetFont", { text, weight: 600 }]);
      if (typeof reply !== "object" || reply === null || !("value" in reply)) throw new Error("No font came");
      if (!(reply.value instanceof Uint8Array)) throw new Error("The font is no bytes");
      document.fonts.add(await new FontFace("Made", Uint8Array.from(reply.value)).load());
      const canvas = new OffscreenCanvas(64, 64);
      const brush = canvas.getContext("2d", { willReadFrequently: true });
      if (brush === null) throw new Error("The browser draws no text");
      const drawn = (font: string, character: string): string => {
        brush.clearRect(0, 0, 64, 64);
        brush.font = font;
        brush.fillText(character, 8, 48);
        return brush.getImageData(0, 0, 64, 64).data.join();
      };
      // Thin, so that a machine which has the same family installed does not draw alike.
      return Array.from(text).filter(
        (each) => drawn("600 40px Made", each) === drawn("100 40px Absent", each),
      );
    },
    { binding: CHROMIUM_BINDING, text: TEXT },
  );
  expect(undrawn).toEqual([]);
  await shell.close();
});
