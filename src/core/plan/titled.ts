/** The title of a document between its marks (书名号), which are not doubled. */
export const titled = (title: string): string => (title.startsWith("《") ? title : `《${title}》`);
