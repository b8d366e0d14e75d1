package io.patchbay.microsoft.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.HttpClientErrorException;

/** Whatever stands in the answer of a call that failed, it has a code and a message, one printable line of bounded length each. */
public final class GraphErrorFuzz {

    private static final int LONGEST = 500;
    private static final String UNPRINTABLE = "(?s).*[\\p{Cc}\\p{Cs}\\u202a-\\u202e\\u2066-\\u2069].*";

    private GraphErrorFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        var answer = HttpClientErrorException.create(
                HttpStatus.BAD_REQUEST, "Bad Request", new HttpHeaders(), input, StandardCharsets.UTF_8);
        var error = GraphError.of(answer);
        assertThat(error.code()).isNotEmpty();
        var message = error.message();
        assertThat(message.codePointCount(0, message.length())).isLessThanOrEqualTo(LONGEST);
        assertThat(message).doesNotMatch(UNPRINTABLE);
        assertThat(error.code()).doesNotMatch(UNPRINTABLE);
        assertThat(error.needsApproval()).isIn(true, false);
        assertThat(GraphError.behindGraph(answer)).isIn(true, false);
    }
}
