package io.patchbay.testsupport;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Counts the SQL statements of the portals in this JVM, those of db-scheduler left out. */
public final class StatementCount implements BeanPostProcessor, QueryExecutionListener {

    private static final AtomicLong EXECUTED = new AtomicLong();

    /** How many statements were executed while the work was done. */
    public static long during(Runnable work) {
        var before = EXECUTED.get();
        work.run();
        return EXECUTED.get() - before;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source
                ? ProxyDataSourceBuilder.create(source).listener(this).build()
                : bean;
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        EXECUTED.addAndGet(queries.stream()
                .filter(query -> !query.getQuery().contains("scheduled_tasks"))
                .count());
    }
}
