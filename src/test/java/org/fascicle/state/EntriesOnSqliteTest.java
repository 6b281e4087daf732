package org.fascicle.state;

class EntriesOnSqliteTest extends SharedEntries {
    @Override
    String url() {
        return "jdbc:sqlite:" + directory.resolve("state.db");
    }

    @Override
    String freshUrl() {
        return "jdbc:sqlite:" + directory.resolve("fresh/state.db");
    }
}
