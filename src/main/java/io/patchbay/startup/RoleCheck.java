package io.patchbay.startup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;

/**
 * Whether the two roles may do what they must, and no more. Row-level security does not bind a superuser, and the owner of a
 * table can take it off: a portal that works as either would keep companies apart by luck.
 */
final class RoleCheck {

    private static final String CHECK = "Roles";
    private static final String ROLES = "Run src/main/resources/db/roles.sql in this database";

    private static final String PORTAL = """
            select current_user, r.rolsuper, r.rolbypassrls,
              exists (select from pg_database d where d.datname = current_database()
                and pg_has_role(current_user, d.datdba, 'MEMBER'))
              or exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'public' and c.relkind in ('r', 'p') and pg_has_role(current_user, c.relowner, 'MEMBER')),
              exists (select from pg_roles x where x.rolname = 'patchbay_cross_tenant'
                and pg_has_role(current_user, x.oid, 'MEMBER'))
            from pg_roles r where r.rolname = current_user
            """;

    private static final String OWNER = """
            select current_user, r.rolsuper,
              has_schema_privilege(current_user, 'public', 'CREATE'),
              exists (select from pg_roles where rolname = 'patchbay_app'),
              exists (select from pg_roles x where x.rolname = 'patchbay_cross_tenant'
                and pg_has_role(current_user, x.oid, 'MEMBER'))
            from pg_roles r where r.rolname = current_user
            """;

    private RoleCheck() {}

    /** The role that the portal works as. */
    static Finding portal(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(PORTAL)) {
            row.next();
            var rights = new ArrayList<String>();
            if (row.getBoolean(2)) {
                rights.add("is a superuser");
            } else {
                if (row.getBoolean(3)) {
                    rights.add("may bypass row-level security");
                }
                if (row.getBoolean(4)) {
                    rights.add("owns the database or its tables");
                }
                if (row.getBoolean(5)) {
                    rights.add("is a member of patchbay_cross_tenant");
                }
            }
            var role = row.getString(1);
            return rights.isEmpty()
                    ? Finding.passed(CHECK, "The portal works as " + role + ", which is under row-level security")
                    : Finding.failed(
                            CHECK,
                            "The role %s %s, so companies would not be kept apart. Set %s to patchbay_app"
                                    .formatted(role, String.join(" and ", rights), Setting.USER));
        }
    }

    /** The role that runs the migrations. */
    static Finding owner(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(OWNER)) {
            row.next();
            var role = row.getString(1);
            if (row.getBoolean(2)) {
                return Finding.failed(
                        CHECK,
                        "The role %s is a superuser, and what it owns would be above row-level security. Set %s to patchbay_owner"
                                .formatted(role, Setting.OWNER));
            }
            if (!row.getBoolean(3)) {
                return Finding.failed(
                        CHECK,
                        "The role %s may not create tables in this database, so it is the wrong role or the wrong database. %s, or correct %s and %s"
                                .formatted(role, ROLES, Setting.OWNER, Setting.OWNER_URL));
            }
            if (!row.getBoolean(4) || !row.getBoolean(5)) {
                return Finding.failed(
                        CHECK,
                        "The roles patchbay_app and patchbay_cross_tenant are missing, or %s is no member of the latter. %s"
                                .formatted(role, ROLES));
            }
            return Finding.passed(CHECK, "Migrations run as " + role);
        }
    }
}
