import "@fontsource-variable/noto-sans-sc/index.css";
import "../ui/tokens.css";
import "../ui/base.css";
import "../ui/room.css";
import "../ui/controls.css";
import "../ui/overlays.css";
import "./shell.css";
import { createRoot, type Root } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import type { DesktopBridge, Settings } from "#bridge/desktop-bridge.ts";
import { fullDiskError } from "../data/full-disk-error.ts";
import { openWorkbench } from "../data/open-workbench.ts";
import { createI18n } from "../i18n/i18n.ts";
import { unsentForms } from "../ui/unsent-forms.ts";
import { App } from "./app.tsx";
import { applyTheme } from "./apply-theme.ts";
import { DatabaseExport } from "./database-export.tsx";
import { FailureScreen, LoadingScreen } from "./failure-screen.tsx";
import { ForkScreen } from "./fork-screen.tsx";
import { guardLeaving } from "./guard-leaving.ts";
import { resolveBridge } from "./resolve-bridge.ts";
import { preloadRooms } from "./routes.tsx";

/** Settings a page starts with while the machine has not answered, or cannot. */
const FALLBACK: Pick<Settings, "locale" | "theme"> = { locale: "zh-CN", theme: "system" };

async function start(element: HTMLElement): Promise<void> {
  const root = createRoot(element);
  const bridge = findBridge();
  if (bridge === null) {
    applyTheme(FALLBACK.theme);
    const i18n = createI18n(FALLBACK.locale);
    root.render(
      <I18nextProvider i18n={i18n}>
        <FailureScreen failure={{ kind: "no-bridge" }} />
      </I18nextProvider>,
    );
    return;
  }
  const rooms = preloadRooms(location.hash);
  const showing = prepare(root, bridge);
  const opening = openWorkbench({
    ...{ bridge, now: () => Date.now(), newId: () => crypto.randomUUID() },
    ask: async (question) => {
      const { show } = await showing;
      return new Promise((choose) => show(<ForkScreen question={question} onChoose={choose} />));
    },
  });
  const { show, planner } = await showing;
  const opened = await opening.catch((cause: unknown) => {
    void bridge.log({ level: "error", message: `The database could not be opened: ${String(cause)}` });
    return { ok: false, error: { kind: "unknown", detail: String(cause) } } as const;
  });
  if (opened.ok && planner !== null) opened.value.signAs(planner);
  // A room that cannot be loaded shows its own message.
  await rooms.catch(() => undefined);
  if (opened.ok) {
    guardLeaving({ atRisk: opened.value.atRisk, unsentForms }, { window, root: document.documentElement });
    show(<App bridge={bridge} store={opened.value} />);
    return;
  }
  const error = await fullDiskError(opened.error, bridge).catch(() => opened.error);
  // What is too large for a backup is so for a file, too.
  const isExported =
    error.kind === "newer-database" || (error.kind === "not-kept" && error.code !== "too-large");
  const wayOut = isExported ? <DatabaseExport bridge={bridge} /> : null;
  show(<FailureScreen failure={error} wayOut={wayOut} />);
}

/** Reads the settings: gives what shows something in their language and theme, and the planner's name, `null` where the machine did not say. */
async function prepare(root: Root, bridge: DesktopBridge) {
  const reply = await bridge.readSettings();
  const settings = reply.ok ? reply.value : FALLBACK;
  applyTheme(settings.theme);
  document.documentElement.lang = settings.locale;
  const i18n = createI18n(settings.locale);
  const show = (content: React.ReactNode) =>
    root.render(<I18nextProvider i18n={i18n}>{content}</I18nextProvider>);
  show(<LoadingScreen />);
  return { show, planner: reply.ok ? reply.value.planner.name : null };
}

function findBridge(): DesktopBridge | null {
  try {
    return resolveBridge();
  } catch {
    // Without a shell there is no machine to work on; the screen says so, there is no log to write to.
    return null;
  }
}

const element = document.getElementById("root");
if (element === null) throw new Error("The page has no root element");
void start(element);
