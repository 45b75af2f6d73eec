import { Fragment, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";

interface PagedRowsProps<Row> {
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** How many columns the table has. */
  readonly columns: number;
  readonly children: (row: Row) => ReactNode;
}

/** How many rows a table draws at first, and how many more at a time: each has fields to type into, and thousands of them would make typing slow. */
const PAGE = 200;

/** The first rows of a table, and below them the way to more. */
export function PagedRows<Row>({ rows, keyOf, columns, children }: PagedRowsProps<Row>) {
  const { t } = useTranslation("drafting");
  const [limit, setLimit] = useState(PAGE);
  const left = rows.length - limit;
  return (
    <>
      {rows.slice(0, limit).map((row) => (
        <Fragment key={keyOf(row)}>{children(row)}</Fragment>
      ))}
      {left <= 0 ? null : (
        <tr>
          <td colSpan={columns}>
            <Button variant="quiet" onClick={() => setLimit(limit + PAGE)}>
              {t("moreRows", { more: Math.min(left, PAGE), left })}
            </Button>
          </td>
        </tr>
      )}
    </>
  );
}
