import { lazy, Suspense, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { useCurrentPlan } from "../data/current-plan.ts";
import { useBridge } from "../data/machine.ts";
import { useConnection, useLibrary } from "../data/use-workbench.ts";
import { Notice } from "../ui/notice.tsx";
import { paths } from "../ui/paths.ts";
import { StatusSlotContext } from "../ui/room.tsx";
import {
  type RoomCommand,
  type RoomCommandId,
  RoomCommandsContext,
  type RoomOffers,
} from "../ui/room-commands.tsx";
import type { Commands } from "./commands/command.ts";
import { listenForCommands } from "./commands/command-keys.ts";
import { type ShellDeeds, useCommands } from "./commands/use-commands.ts";
import { Rail } from "./rail.tsx";
import { RecoveryMessage } from "./recovery-message.tsx";
import { RoomBoundary } from "./room-boundary.tsx";
import { Routes } from "./routes.tsx";
import { SafetyNotices } from "./safety-notices.tsx";
import { SourceNotice } from "./source-notice.tsx";
import { StrangerNotice } from "./stranger-notice.tsx";
import { ignoreStrayDrops } from "./stray-drops.ts";
import { TitleBar } from "./title-bar.tsx";

const Palette = lazy(async () => ({ default: (await import("./palette.tsx")).Palette }));
const HelpDialog = lazy(async () => ({ default: (await import("./help-dialog.tsx")).HelpDialog }));
const AboutDialog = lazy(async () => ({ default: (await import("./about-dialog.tsx")).AboutDialog }));

type OpenDialog = "palette" | "help" | "about" | null;

/** The frame around every room: title bar, rail, status bar, and the dialogs that belong to no room. */
export function Shell() {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  const { offers, register } = useRoomOffers();
  const deeds = useMemo<ShellDeeds>(
    () => ({
      showPalette: () => setDialog("palette"),
      showHelp: () => setDialog("help"),
      showAbout: () => setDialog("about"),
      fail: setFailure,
    }),
    [],
  );
  const commands = useCommands(deeds, offers);
  useCommandKeys(commands);
  useEffect(() => ignoreStrayDrops(window), []);
  const { planId } = useCurrentPlan();
  const entry = useLibrary()?.find(({ id }) => id === planId);
  const close = useCallback(() => setDialog(null), []);
  return (
    <div className="shell">
      <TitleBar commands={commands} entry={entry} />
      <Rail planId={planId} />
      <div className="shell-main">
        <ShellNotices failure={failure} onDismiss={() => setFailure(null)} />
        <RoomCommandsContext value={register}>
          <StatusSlotContext value={slot}>
            <CurrentRoom />
          </StatusSlotContext>
        </RoomCommandsContext>
      </div>
      <footer className="statusbar" aria-label={t("regions.status")}>
        <div className="status-slot" ref={setSlot} />
      </footer>
      <Suspense fallback={null}>
        {dialog === "palette" ? <Palette commands={commands} onClose={close} /> : null}
        {dialog === "help" ? <HelpDialog commands={commands} onClose={close} /> : null}
        {dialog === "about" ? <AboutDialog onClose={close} /> : null}
      </Suspense>
    </div>
  );
}

/** The room of the address; a bug in it is logged and shown in its place. */
function CurrentRoom() {
  const [location] = useLocation();
  const bridge = useBridge();
  return (
    <RoomBoundary key={roomOf(location)} onError={(message) => void bridge.log({ level: "error", message })}>
      <Routes />
    </RoomBoundary>
  );
}

/** The part of an address that a room is made anew for: going from one concept to the next keeps the list as it is. */
function roomOf(location: string): string {
  return location.startsWith(`${paths.compare()}/`) ? paths.compare() : location;
}

function ShellNotices(props: { readonly failure: string | null; readonly onDismiss: () => void }) {
  const { t } = useTranslation(["shell", "errors"]);
  const connection = useConnection();
  const { failure, onDismiss } = props;
  return (
    <div className="shell-notices">
      {connection.kind === "open" ? null : (
        <Notice tone="error" title={t(`errors:connection.${connection.because}`)} />
      )}
      {failure === null ? null : (
        <Notice tone="error" title={failure} dismiss={{ label: t("dismiss"), onDismiss }} />
      )}
      <SafetyNotices />
      <RecoveryMessage />
      <StrangerNotice />
      <SourceNotice />
    </div>
  );
}

/** What the room on show offers for commands that only a room can carry out. */
function useRoomOffers() {
  const [offers, setOffers] = useState<RoomOffers>({});
  const register = useCallback((id: RoomCommandId, command: RoomCommand) => {
    setOffers((before) => ({ ...before, [id]: command }));
    return () => setOffers((before) => (before[id] === command ? { ...before, [id]: undefined } : before));
  }, []);
  return { offers, register };
}

function useCommandKeys(commands: Commands): void {
  const latest = useRef(commands);
  // A layout effect: no key may meet the commands of the room before.
  useLayoutEffect(() => {
    latest.current = commands;
  }, [commands]);
  useEffect(() => listenForCommands(() => latest.current), []);
}
