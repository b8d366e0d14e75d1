package io.patchbay.platform.tracing;

import io.micrometer.observation.Observation;

/** Of an observation that is a span only within another one: alone, such as a look for jobs, it would be a trace that says nothing. */
public final class InnerContext extends Observation.Context {}
