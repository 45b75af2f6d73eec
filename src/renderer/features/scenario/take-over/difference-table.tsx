import { useTranslation } from "react-i18next";

/** One thing that would change. */
export interface DifferenceRow {
  readonly name: string;
  readonly item: string;
  readonly before: string;
  readonly after: string;
}

/** What would change, before it does. */
export function DifferenceTable({ rows }: { readonly rows: readonly DifferenceRow[] }) {
  const { t } = useTranslation("studio");
  return (
    <div className="difference-table" tabIndex={0} role="region" aria-label={t("takeOver.differences")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("column.name")}</th>
            <th scope="col">{t("takeOver.item")}</th>
            <th scope="col">{t("takeOver.before")}</th>
            <th scope="col">{t("takeOver.after")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, item, before, after }) => (
            <tr key={`${name} ${item}`}>
              <th scope="row">{name}</th>
              <td>{item}</td>
              <td className="muted">{before}</td>
              <td>{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
