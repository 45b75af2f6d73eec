import { lazy, Suspense, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Redirect, Route, Switch } from "wouter";
import { conceptId, type PlanId, planId } from "#core/plan/ids.ts";
import { useCurrentPlan } from "../data/current-plan.ts";
import { useLibrary, usePlanGone } from "../data/use-workbench.ts";
import { paths } from "../ui/paths.ts";
import { askedRoom } from "./asked-room.ts";
import { LoadingScreen } from "./failure-screen.tsx";
import { preloadedRoom } from "./preloaded-room.tsx";

const source = preloadedRoom(async () => (await import("../features/source/source-room.tsx")).SourceRoom);

const library = preloadedRoom(async () => (await import("../features/library/library-room.tsx")).LibraryRoom);
const indicators = preloadedRoom(
  async () => (await import("../features/grid/indicator-room.tsx")).IndicatorRoom,
);
const CompareRoom = lazy(async () => ({
  default: (await import("../features/compare/compare-room.tsx")).CompareRoom,
}));
const ScenarioRoom = lazy(async () => ({
  default: (await import("../features/scenario/scenario-room.tsx")).ScenarioRoom,
}));
const DraftingRoom = lazy(async () => ({
  default: (await import("../features/drafting/drafting-room.tsx")).DraftingRoom,
}));
const HistoryRoom = lazy(async () => ({
  default: (await import("../features/history/history-room.tsx")).HistoryRoom,
}));
const ChartsRoom = lazy(async () => ({
  default: (await import("../features/charts/charts-room.tsx")).ChartsRoom,
}));
const ReportRoom = lazy(async () => ({
  default: (await import("../features/report/report-room.tsx")).ReportRoom,
}));
const BackupsRoom = lazy(async () => ({
  default: (await import("../features/backups/backups-room.tsx")).BackupsRoom,
}));
const SettingsRoom = lazy(async () => ({
  default: (await import("../features/settings/settings-room.tsx")).SettingsRoom,
}));

/** Loads the room of the address, so that it is there when the page is first drawn, and then those that come next. */
export async function preloadRooms(hash: string): Promise<void> {
  const first = hash.endsWith("/indicators") ? indicators : library;
  await first.preload();
  // From the library to a plan, and from a value to its passage, are steps that shall not wait for a room to be loaded.
  // What fails here is tried again, and told, when the room is opened.
  requestIdleCallback(() => void indicators.preload().then(source.preload, () => undefined));
}

/** The room of the address; an address that leads nowhere leads to the library. */
export function Routes() {
  return (
    <Suspense fallback={<LoadingScreen />}>
      <Switch>
        <Route path="/library">
          <library.Room />
        </Route>
        <Route path={paths.backups}>
          <BackupsRoom />
        </Route>
        <Route path="/settings">
          <SettingsRoom />
        </Route>
        <Route path="/compare/:concept?">
          {({ concept }) => <CompareRoom concept={concept === undefined ? null : conceptId(concept)} />}
        </Route>
        <Route path="/plan/:id/indicators">
          {({ id }) => <PlanRoom id={planId(id)} room={indicators.Room} />}
        </Route>
        <Route path="/plan/:id/source">{({ id }) => <PlanRoom id={planId(id)} room={source.Room} />}</Route>
        <Route path="/plan/:id/next">{({ id }) => <PlanRoom id={planId(id)} room={DraftingRoom} />}</Route>
        <Route path="/plan/:id/scenarios">
          {({ id }) => <PlanRoom id={planId(id)} room={ScenarioRoom} />}
        </Route>
        <Route path="/plan/:id/charts">{({ id }) => <PlanRoom id={planId(id)} room={ChartsRoom} />}</Route>
        <Route path="/plan/:id/report">{({ id }) => <PlanRoom id={planId(id)} room={ReportRoom} />}</Route>
        <Route path="/plan/:id/history">{({ id }) => <PlanRoom id={planId(id)} room={HistoryRoom} />}</Route>
        <Route>
          <Elsewhere />
        </Route>
      </Switch>
    </Suspense>
  );
}

/** An address that names no room leads where it may have meant to. */
function Elsewhere() {
  return <Redirect to={askedRoom(window.location)} replace />;
}

interface PlanRoomProps {
  readonly id: PlanId;
  readonly room: React.ComponentType<{ readonly planId: PlanId }>;
}

/** A room of one plan: makes it the current one, and goes back to the library when it is no longer there. */
function PlanRoom({ id, room: RoomOfPlan }: PlanRoomProps) {
  const { t } = useTranslation();
  const library = useLibrary();
  const { choose } = useCurrentPlan();
  const entry = library?.find((candidate) => candidate.id === id);
  const missing = usePlanGone(id);
  useEffect(() => choose(missing ? null : id), [choose, id, missing]);
  useEffect(() => {
    if (entry !== undefined) document.title = `${entry.title} · ${t("product")}`;
  }, [entry, t]);
  return missing ? <Redirect to={paths.library} replace /> : <RoomOfPlan key={id} planId={id} />;
}
