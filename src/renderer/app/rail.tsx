import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import type { PlanId } from "#core/plan/ids.ts";
import { Icon, type IconName } from "../ui/icon.tsx";
import { paths } from "../ui/paths.ts";

interface RoomLink {
  readonly id:
    | "library"
    | "indicators"
    | "compare"
    | "scenarios"
    | "charts"
    | "report"
    | "history"
    | "settings";
  readonly icon: IconName;
  /** `null` when there is no plan to show. */
  readonly path: string | null;
  /** A further address that belongs to the room. */
  readonly inside?: string | null;
}

/** The rooms, always in the same order; those of a plan lead to the current one. */
export function Rail({ planId }: { readonly planId: PlanId | null }) {
  const { t } = useTranslation();
  const [location] = useLocation();
  const rooms: readonly RoomLink[] = [
    {
      id: "library",
      icon: "library",
      path: paths.library,
      inside: planId === null ? null : paths.drafting(planId),
    },
    {
      id: "indicators",
      icon: "grid",
      path: planId === null ? null : paths.indicators(planId),
      inside: planId === null ? null : paths.source(planId),
    },
    { id: "compare", icon: "compare", path: paths.compare() },
    { id: "scenarios", icon: "scenario", path: planId === null ? null : paths.scenarios(planId) },
    { id: "charts", icon: "chart", path: planId === null ? null : paths.charts(planId) },
    { id: "report", icon: "page", path: planId === null ? null : paths.report(planId) },
    { id: "history", icon: "history", path: planId === null ? null : paths.history(planId) },
    { id: "settings", icon: "settings", path: paths.settings },
  ];
  return (
    <nav className="rail" aria-label={t("regions.rail")} data-region tabIndex={-1}>
      {rooms.map(({ id, icon, path, inside = null }) =>
        path === null ? (
          <a key={id} role="link" aria-disabled="true" title={t("needsPlan")}>
            <Icon name={icon} />
            {t(`rooms.${id}`)}
          </a>
        ) : (
          <Link
            key={id}
            href={path}
            {...(isInside(location, [path, inside]) ? { "aria-current": "page" as const } : {})}
          >
            <Icon name={icon} />
            {t(`rooms.${id}`)}
          </Link>
        ),
      )}
    </nav>
  );
}

/** Whether an address is one of a room's, or below one. */
function isInside(location: string, room: readonly (string | null)[]): boolean {
  return room.some((path) => path !== null && (location === path || location.startsWith(`${path}/`)));
}
