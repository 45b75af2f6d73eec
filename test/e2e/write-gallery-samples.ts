import { copyFile, mkdir } from "node:fs/promises";
import { extname, join } from "node:path";
import { ChartsRoom } from "./rooms/charts-room.ts";
import { LibraryRoom } from "./rooms/library-room.ts";
import { freshMachine, removeMachine, startWorkbench } from "./start-workbench.ts";

/** The plan of the samples, and the kind of charts in their archive. */
const PLAN = "台山市科技创新“十三五”规划";
const KIND = "走势与目标";

/** The formats of the one chart. */
const FORMATS = ["SVG", "PNG 图片，300 dpi", "PDF"];

/** Writes what the room 图表 of the built program exports of a bundled plan: a chart in each format, and an archive of several. */
export async function writeGallerySamples(folder: string, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const machine = await freshMachine();
  const workbench = await startWorkbench({ machine });
  try {
    const library = new LibraryRoom(workbench.page);
    const room = new ChartsRoom(workbench.page);
    await library.ready();
    await library.open(PLAN);
    await room.show();
    const keep = (file: string, kept: string) =>
      copyFile(join(workbench.exportFolder, file), join(folder, `${name}-${kept}${extname(file)}`));
    for (const format of FORMATS) await keep(await room.export(format), "chart");
    await keep(await room.exportAll([KIND], "全部有目标的指标"), "charts");
  } finally {
    await workbench.close();
    await removeMachine(machine);
  }
}
