package io.patchbay.catalog;

/** The question for newer versions of many applications, as a part of the query of a module that has their versions. */
public final class NewerVersions {

    private NewerVersions() {}

    /**
     * A subquery in parentheses: the newest version that is not withdrawn, as {@link Catalog#newest} finds it now, where it is
     * newer than that one by WinGet's order; null where it is not, or where the catalog never held that one.
     *
     * @param app an SQL expression of the application's identifier
     * @param version an SQL expression of the version
     */
    public static String sql(String app, String version) {
        return """
                (select newest.version from catalog_release present cross join lateral (
                    select r.version, r.sort_key from catalog_release r
                    where r.app_id = present.app_id and r.withdrawn_at is null
                    order by r.sort_key desc, r.version limit 1) newest
                  where present.app_id = %s and present.version = %s and newest.sort_key > present.sort_key)
                """.formatted(app, version);
    }
}
