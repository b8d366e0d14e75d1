package io.patchbay.testsupport;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Holds what the portals of this JVM send about the tables of companies to transactions that a company is bound to: anywhere else
 * row-level security shows those tables empty, and whoever asks takes that for the answer.
 */
final class BoundCompany {

    private static final Pattern BINDING = Pattern.compile("set local patchbay\\.company_id = '([^']*)'");

    /** The connections whose open transaction a company is bound to. */
    private static final Set<String> BOUND = ConcurrentHashMap.newKeySet();

    private BoundCompany() {}

    /** The transaction of the connection has ended, and its binding with it. */
    static void ended(String connection) {
        BOUND.remove(connection);
    }

    /** @throws IllegalStateException where the statement is about a company's table and no company is bound */
    static void check(String connection, String sql) {
        var binding = BINDING.matcher(sql);
        if (binding.find()) {
            if (binding.group(1).isEmpty()) {
                BOUND.remove(connection);
            } else {
                BOUND.add(connection);
            }
        } else if (!BOUND.contains(connection) && ShardedStatement.isOfCompany(sql)) {
            throw new IllegalStateException("No company is bound, so its tables appear empty: " + sql);
        }
    }
}
