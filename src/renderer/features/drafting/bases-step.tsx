import { useTranslation } from "react-i18next";
import { formatAmount } from "#core/indicator/quantity.ts";
import { readRejected } from "#core/command/read-cell.ts";
import { type BaseValue, baseValue } from "#core/plan/base-value.ts";
import type { IndicatorId } from "#core/plan/ids.ts";
import type { Indicator } from "#core/plan/plan.ts";
import { rejectReason } from "../../i18n/reject-text.ts";
import { moveInColumn } from "./column-keys.ts";
import type { DraftingView } from "./use-drafting.ts";
import { PagedRows } from "./paged-rows.tsx";
import { YearInput } from "./year-input.tsx";

/** 基期: the year that targets start from, and each indicator's value in it with its origin. */
export function BasesStep({ view }: { readonly view: DraftingView }) {
  const { t } = useTranslation("drafting");
  const { proposed, chosen } = view;
  const late = chosen.obstacles.some(({ kind }) => kind === "base-year-late");
  return (
    <>
      <div className="drafting-tools">
        <label className="drafting-inline">
          {t("bases.year")}
          <YearInput view={view} field="baseYear" label={t("bases.year")} />
        </label>
        <span className="problem" role="alert">
          {late ? t("obstacles.base-year-late") : null}
        </span>
      </div>
      <div className="drafting-table">
        <table aria-label={t("bases.table")} onKeyDown={moveInColumn}>
          <thead>
            <tr>
              <th scope="col">{t("columns.name")}</th>
              <th scope="col" className="unit">
                {t("columns.unit")}
              </th>
              <th scope="col" className="value">
                {t("columns.base", { year: chosen.choices.baseYear })}
              </th>
              <th scope="col">{t("columns.origin")}</th>
            </tr>
          </thead>
          <tbody>
            <PagedRows rows={proposed.rows} keyOf={({ from }) => from} columns={4}>
              {({ from, row }) => {
                const indicator = proposed.plan.indicators[row];
                return indicator === undefined ? null : (
                  <BaseRow
                    view={view}
                    from={from}
                    indicator={indicator}
                    base={baseValue(proposed.plan, row)}
                  />
                );
              }}
            </PagedRows>
          </tbody>
        </table>
      </div>
    </>
  );
}

interface BaseRowProps {
  readonly view: DraftingView;
  readonly from: IndicatorId;
  readonly indicator: Indicator;
  readonly base: BaseValue | null;
}

function BaseRow({ view, from, indicator, base }: BaseRowProps) {
  const { t } = useTranslation("drafting");
  const typed = view.drafting.bases.get(from);
  const wrong = indicator.rejected.find(({ field }) => field.kind === "observation");
  const type = (text: string) => view.change({ bases: new Map(view.drafting.bases).set(from, text) });
  // A field that is left empty says again what is proposed; while it is typed in, it stays as it is.
  const leave = () => {
    if (typed?.trim() !== "") return;
    const bases = new Map(view.drafting.bases);
    bases.delete(from);
    view.change({ bases });
  };
  const shown = base === null ? "" : formatAmount(base.quantity);
  return (
    <tr>
      <th scope="row" className="name" title={indicator.name}>
        {indicator.name}
      </th>
      <td className="unit">{indicator.unit}</td>
      <td className="value">
        <input
          type="text"
          data-column="base"
          className={base?.provisional === true ? "input num estimated" : "input num"}
          aria-label={t("bases.of", { name: indicator.name })}
          aria-invalid={wrong !== undefined}
          spellCheck={false}
          value={typed ?? shown}
          placeholder={t("bases.missing")}
          onChange={(event) => type(event.target.value)}
          onBlur={leave}
        />
      </td>
      <td className="origin">
        {wrong === undefined ? (
          <Origin
            view={view}
            indicator={indicator}
            base={base}
            typed={typed !== undefined && typed.trim() !== ""}
          />
        ) : (
          <span className="is-error">
            <RejectedReason indicator={indicator} />
          </span>
        )}
      </td>
    </tr>
  );
}

/** Why the typed base of a row cannot be read. */
function RejectedReason({ indicator }: { readonly indicator: Indicator }) {
  const { t } = useTranslation("grid");
  const input = indicator.rejected.find(({ field }) => field.kind === "observation");
  return input === undefined ? null : rejectReason(readRejected(indicator, input), t);
}

interface OriginProps {
  readonly view: DraftingView;
  readonly indicator: Indicator;
  readonly base: BaseValue | null;
  readonly typed: boolean;
}

/** Where a base value comes from. */
function Origin({ view, indicator, base, typed }: OriginProps) {
  const { t } = useTranslation("drafting");
  const { baseYear } = view.chosen.choices;
  const words = () => {
    if (base === null) return t("origin.none");
    if (typed) return t("origin.typed");
    if (!base.provisional) return t("origin.observed", { year: base.year });
    return base.year === baseYear ? t("origin.promised") : t("origin.earlier", { year: base.year });
  };
  const changed = indicator.carriedFrom?.fate === "caliber-changed" && base !== null && !typed;
  return (
    <>
      <span className={base === null ? "is-warn" : undefined}>{words()}</span>
      {changed ? <span className="is-warn"> · {t("origin.oldCaliber")}</span> : null}
    </>
  );
}
