package io.patchbay.platform.tracing;

import io.micrometer.observation.Observation;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.observation.transport.SenderContext;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.TracingObservationHandler;
import io.patchbay.platform.correlation.Correlation;

/**
 * Makes a span of each observation, from what metrics say of it as well and the correlation ID. Three things are different from
 * the handlers that come with tracing:
 *
 * <ul>
 *   <li>Addresses as they were called and the messages of exceptions are left out: they hold names, links that let somebody in,
 *       and what Microsoft said of a tenant.
 *   <li>Nobody else's trace is gone on with, and none is told of ours: neither a browser's nor Microsoft's word decides what is
 *       recorded, and where a call came from within Patchbay is nothing that the receiver of a webhook has to know.
 *   <li>A statement that belongs to no request and no job, such as a look for jobs, makes no trace of its own.
 * </ul>
 */
final class SpanHandler implements TracingObservationHandler<Observation.Context> {

    private final Tracer tracer;

    SpanHandler(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public void onStart(Observation.Context context) {
        var parent = getParentSpan(context);
        var span = tracer.spanBuilder().name(name(context));
        if (parent == null) {
            span.setNoParent();
            context.put(Alone.class, new Alone());
        } else {
            span.setParent(parent.context());
        }
        kind(span, context);
        Correlation.current().ifPresent(id -> span.tag(Correlation.KEY, id));
        getTracingContext(context).setSpan(span.start());
    }

    /** Noted in what has nothing around it. */
    private record Alone() {}

    private static void kind(Span.Builder span, Observation.Context context) {
        if (context instanceof ReceiverContext<?>) {
            span.kind(Span.Kind.SERVER);
        } else if (context instanceof SenderContext<?> sender && sender.getKind() == Kind.CLIENT) {
            span.kind(Span.Kind.CLIENT);
        }
    }

    @Override
    public void onError(Observation.Context context) {
        var error = context.getError();
        if (error != null) {
            getRequiredSpan(context).tag("error", error.getClass().getSimpleName());
        }
    }

    @Override
    public void onStop(Observation.Context context) {
        var span = getRequiredSpan(context);
        if (context instanceof InnerContext && context.containsKey(Alone.class)) {
            span.abandon();
            return;
        }
        span.name(name(context));
        context.getLowCardinalityKeyValues().forEach(value -> span.tag(value.getKey(), value.getValue()));
        Correlation.current().ifPresent(id -> span.tag(Correlation.KEY, id));
        endSpan(context, span);
    }

    private static String name(Observation.Context context) {
        var name = context.getContextualName() == null ? context.getName() : context.getContextualName();
        return name == null ? "" : name;
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
        return true;
    }

    @Override
    public Tracer getTracer() {
        return tracer;
    }
}
