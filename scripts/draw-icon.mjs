/** Draws resources/icon.svg in every size and writes icon.png, icon.ico and icon.icns beside it. Run it after changing the drawing. */
import { readFile, writeFile } from "node:fs/promises";
import { chromium } from "playwright-core";

const folder = new URL("../resources/", import.meta.url);
const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256];
/** Apple's type of each size; the 2x types hold the same pictures. */
const ICNS_TYPES = [
  ["icp4", 16],
  ["ic11", 32],
  ["icp5", 32],
  ["ic12", 64],
  ["ic07", 128],
  ["ic13", 256],
  ["ic08", 256],
  ["ic14", 512],
  ["ic09", 512],
  ["ic10", 1024],
];

/** A PNG of the drawing for each size in pixels. */
async function draw(svg, sizes) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  try {
    const page = await browser.newPage();
    const pictures = new Map();
    for (const size of sizes) {
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(`<style>html,body{margin:0}svg{display:block;width:${size}px}</style>${svg}`);
      pictures.set(size, await page.screenshot({ omitBackground: true }));
    }
    return pictures;
  } finally {
    await browser.close();
  }
}

/** Microsoft's container: a header of 6 bytes, 16 bytes a picture, then the PNG files. */
function ico(pictures) {
  const header = Buffer.alloc(6 + 16 * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  pictures.forEach(([size, png], index) => {
    const entry = 6 + 16 * index;
    header.writeUInt8(size % 256, entry);
    header.writeUInt8(size % 256, entry + 1);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(png.length, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  });
  return Buffer.concat([header, ...pictures.map(([, png]) => png)]);
}

/** Apple's container: `icns`, the whole length, then type, length and PNG of each picture. */
function icns(pictures) {
  const blocks = pictures.map(([type, png]) => Buffer.concat([block(type, png.length + 8), png]));
  return Buffer.concat([block("icns", 8 + blocks.reduce((sum, { length }) => sum + length, 0)), ...blocks]);
}

function block(type, length) {
  const head = Buffer.alloc(8, type, "latin1");
  head.writeUInt32BE(length, 4);
  return head;
}

const svg = await readFile(new URL("icon.svg", folder), "utf8");
const sizes = new Set([...ICO_SIZES, ...ICNS_TYPES.map(([, size]) => size)]);
const pictures = await draw(svg, sizes);
await writeFile(new URL("icon.png", folder), pictures.get(1024));
await writeFile(new URL("icon.ico", folder), ico(ICO_SIZES.map((size) => [size, pictures.get(size)])));
await writeFile(
  new URL("icon.icns", folder),
  icns(ICNS_TYPES.map(([type, size]) => [type, pictures.get(size)])),
);
