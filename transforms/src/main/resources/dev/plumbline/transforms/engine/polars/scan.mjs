// {"files": [path], "form", "columns": [{"name", "type"}]}: rows, and for each column N its values as "N.non_null", and
// the bytes of its UTF-8 as "N.bytes" where it is a text.

import { cells, figures, sql, tableOf } from './frames.mjs';

export async function scan({ files, form, columns }) {
  const source = await cells(tableOf(form, files, columns), columns);
  const sums = columns.flatMap((column, i) => {
    const nonNull = `COUNT(c${i}) AS "${i}.non_null"`;
    const bytes = `SUM(CAST(OCTET_LENGTH(c${i}) AS BIGINT)) AS "${i}.bytes"`;
    return column.type === 'string' ? [nonNull, bytes] : [nonNull];
  });
  return figures(sql(source, `SELECT COUNT(*) AS rows, ${sums.join(', ')} FROM source`));
}
