import {
  CellStyleModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  LocaleModule,
  type Module,
  ModuleRegistry,
  PinnedRowModule,
  RenderApiModule,
  RowApiModule,
  ScrollApiModule,
} from "ag-grid-community";

/** What our grids take of AG Grid; editing, selection and clipboard are our own. */
export const gridModules: readonly Module[] = [
  ClientSideRowModelModule,
  CellStyleModule,
  ColumnApiModule,
  LocaleModule,
  PinnedRowModule,
  RenderApiModule,
  RowApiModule,
  ScrollApiModule,
];

ModuleRegistry.registerModules([...gridModules]);
