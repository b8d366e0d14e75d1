package io.patchbay.catalog.search;

import io.patchbay.catalog.AppId;
import io.patchbay.catalog.Architecture;
import io.patchbay.platform.jdbc.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Applications as they are stored. */
@Repository
class AppCardStore {

    private static final String SELECT = """
            select a.*, i.digest from catalog_app a left join catalog_icon i on i.url = a.icon_url where not withdrawn
            """;
    private static final String MATCHES =
            " and (search_text like :part or search_vector @@ websearch_to_tsquery('english', :text) or :lower <% search_text)";
    private static final String BEST_FIRST = """
             order by name_key = :lower desc, name_key like :begin desc, search_text like :part desc,
              word_similarity(:lower, name_key) desc, name_key, app_id
            """;

    /** How alike a word must be: a letter may be missing or wrong; where that finds nothing, letters may be mixed up. */
    private static final List<String> ALIKE = List.of("0.42", "0.28");

    private final JdbcClient jdbc;

    AppCardStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In a transaction, since how alike words must be is set for it. */
    List<AppCard> best(CatalogFilter filter, int most) {
        for (var alike : ALIKE) {
            jdbc.sql("select set_config('pg_trgm.word_similarity_threshold', ?, true)")
                    .param(alike)
                    .query((rs, row) -> row)
                    .list();
            var found = alike(filter, most);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private List<AppCard> alike(CatalogFilter filter, int most) {
        var lower = filter.text().toLowerCase(Locale.ROOT);
        var values = new LinkedHashMap<String, Object>();
        values.put("text", filter.text());
        values.put("lower", lower);
        values.put("part", "%" + escaped(lower) + "%");
        values.put("begin", escaped(lower) + "%");
        return list(SELECT + MATCHES + narrowed(filter, values) + BEST_FIRST + limit(most), values);
    }

    List<AppCard> after(CatalogFilter filter, @Nullable AppId app, int most) {
        return inOrder(filter, app, most, ">", "");
    }

    List<AppCard> before(CatalogFilter filter, AppId app, int most) {
        return inOrder(filter, app, most, "<", " desc");
    }

    private List<AppCard> inOrder(CatalogFilter filter, @Nullable AppId from, int most, String than, String direction) {
        var values = new LinkedHashMap<String, Object>();
        var sql = SELECT + narrowed(filter, values);
        var name = from == null ? Optional.<String>empty() : nameKey(from);
        if (from != null && name.isPresent()) {
            sql += " and (name_key, app_id) " + than + " (:name, :app)";
            values.put("name", name.get());
            values.put("app", from.value());
        }
        return list(sql + " order by name_key" + direction + ", app_id" + direction + limit(most), values);
    }

    /** Written out: where PostgreSQL does not see how few are wanted, it plans each time anew. */
    private static String limit(int most) {
        return " limit " + most;
    }

    private static String narrowed(CatalogFilter filter, Map<String, Object> values) {
        var sql = new StringBuilder();
        if (!filter.publisher().isEmpty()) {
            sql.append(" and publisher_key like :publisher");
            values.put("publisher", "%" + escaped(filter.publisher().toLowerCase(Locale.ROOT)) + "%");
        }
        if (filter.architecture() != null) {
            sql.append(" and :architecture = any (architectures)");
            values.put("architecture", filter.architecture().name());
        }
        if (filter.updatedSince() != null) {
            sql.append(" and updated_at >= :since");
            values.put("since", Timestamps.utc(filter.updatedSince()));
        }
        return sql.toString();
    }

    Optional<AppCard> card(AppId app) {
        return list(SELECT + " and app_id = :app", Map.of("app", app.value())).stream()
                .findFirst();
    }

    boolean none() {
        return jdbc.sql("select app_id from catalog_app limit 1")
                .query((rs, row) -> row)
                .list()
                .isEmpty();
    }

    private Optional<String> nameKey(AppId app) {
        return jdbc.sql("select name_key from catalog_app where app_id = ?")
                .param(app.value())
                .query((rs, row) -> rs.getString("name_key"))
                .optional();
    }

    private List<AppCard> list(String sql, Map<String, Object> values) {
        return jdbc.sql(sql).params(values).query(AppCardStore::card).list();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static AppCard card(ResultSet rs, int row) throws SQLException {
        var architectures = (Object[]) rs.getArray("architectures").getArray();
        return new AppCard(
                new AppId(rs.getString("app_id")),
                rs.getString("name"),
                rs.getString("publisher"),
                rs.getString("summary"),
                rs.getString("newest_version"),
                rs.getString("digest"),
                Timestamps.instant(rs, "updated_at"),
                Arrays.stream(architectures)
                        .map(name -> Architecture.valueOf(name.toString()))
                        .toList());
    }
}
