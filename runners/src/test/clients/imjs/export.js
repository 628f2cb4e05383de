'use strict';

// Exports from a mine with the official JavaScript client as it is published.
//   node export.js ROOT PART [QUERY [PAGE_SIZE]]
// QUERY is a query as the client takes it, in JSON. What the client gave is written as JSON, one value a line.

const { Service } = require('imjs');

const [root, part, queryJson, pageSize] = process.argv.slice(2);
const service = new Service({ root });

const write = (value) => process.stdout.write(JSON.stringify(value) + '\n');
const query = () => service.query(JSON.parse(queryJson));

const parts = {
  async version() {
    write(await service.fetchVersion());
  },
  async release() {
    write(await service.fetchRelease());
  },
  async model() {
    const model = await service.fetchModel();
    const path = model.makePath('Gene.organism.name');
    write({ name: model.name, end: path.getType(), parent: path.getParent().getType().name });
    for (const name of Object.keys(model.classes.Gene.fields).sort()) {
      write(name);
    }
  },
  async summary() {
    write((await service.fetchSummaryFields()).Gene);
  },
  async xml() {
    write((await query()).toXML());
  },
  async count() {
    write(await (await query()).count());
  },
  async rows() {
    (await service.rows(await query())).forEach(write);
  },
  async pages() {
    const asked = await query();
    const size = Number(pageSize);
    for (let start = 0; ; start += size) {
      const rows = await service.rows(asked, { start, size });
      rows.forEach(write);
      if (rows.length < size) {
        return;
      }
    }
  },
  async stream() {
    const asked = await query();
    await new Promise((resolve, reject) => service.eachRow(asked, {}, write, reject, resolve).catch(reject));
  },
  async records() {
    (await service.records(await query())).forEach(write);
  },
  async tab() {
    write(await service.post('query/results', { query: await query(), format: 'tab' }));
  },
  async csv() {
    write(await service.post('query/results', { query: await query(), format: 'csv' }));
  },
  async templates() {
    write(await service.fetchTemplates());
  },
  async lists() {
    (await service.fetchLists()).forEach((list) => write({ name: list.name, type: list.type, size: list.size }));
  },
};

parts[part]().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
