// usage: node validity.mjs MODULES PROFILE ADDRESS-LIST WIDTH...
//
// Runs axe-core in Chromium over the pages of a list (a file:// address a line): all rules of WCAG 2.2 A and AA and of best
// practice at the first width, at the others those that the width decides. Prints a line for every node that breaks a rule:
// width, page, rule, selector, markup. Ends with the number of pages seen.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const [modules, profile, list, ...widths] = process.argv.slice(2);
const require = createRequire(modules + "/");
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const pages = readFileSync(list, "utf8").split("\n").filter(Boolean);
const all = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };
const byWidth = { type: "rule", values: ["target-size", "scrollable-region-focusable"] };

const browser = await chromium.launchPersistentContext(profile, {
  executablePath: "/usr/bin/chromium",
  headless: true,
  bypassCSP: true,
  viewport: { width: 1280, height: 900 },
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});

async function examine(page, address, width) {
  const found = await page.evaluate(
    (runOnly) => window.axe.run(document, { runOnly, resultTypes: ["violations"] }), width === widths[0] ? all : byWidth);
  for (const violation of found.violations)
    for (const node of violation.nodes)
      console.log([width, address, violation.id, node.target.join(" "), node.html.slice(0, 120)].join("\t").replace(/\n/g, " "));
}

let next = 0;
let seen = 0;
async function work() {
  const page = await browser.newPage();
  await page.addInitScript(axe);
  while (next < pages.length) {
    const address = pages[next++];
    await page.goto(address);
    for (const width of widths) {
      await page.setViewportSize({ width: Number(width), height: 900 });
      await examine(page, address, width);
    }
    seen++;
  }
}
await Promise.all([work(), work()]);
await browser.close();
console.log(`seen\t${seen}`);
