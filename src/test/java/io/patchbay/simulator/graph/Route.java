package io.patchbay.simulator.graph;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** A call that Graph knows. */
record Route(String method, PathPattern pattern, Access access, Function<GraphCall, GraphReply> handler) {
    private static final PathPatternParser PARSER = new PathPatternParser();

    static Route get(String pattern, Access access, Function<GraphCall, GraphReply> handler) {
        return new Route("GET", PARSER.parse(pattern), access, handler);
    }

    static Route post(String pattern, Access access, Function<GraphCall, GraphReply> handler) {
        return new Route("POST", PARSER.parse(pattern), access, handler);
    }

    static Route of(String method, String pattern, Access access, Function<GraphCall, GraphReply> handler) {
        return new Route(method, PARSER.parse(pattern), access, handler);
    }

    /** What stands in the pattern's places, if the path fits it. */
    Optional<Map<String, String>> match(String path) {
        return Optional.ofNullable(pattern.matchAndExtract(PathContainer.parsePath(path)))
                .map(PathPattern.PathMatchInfo::getUriVariables);
    }
}
