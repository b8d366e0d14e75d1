package io.patchbay.attack;

import io.patchbay.attack.Wire.Answer;
import java.util.ArrayList;
import java.util.List;

/** What must not be in any answer of the portal, whatever was sent. */
final class Harm {

    private static final List<String> HEADERS = List.of(
            "content-security-policy",
            "x-content-type-options",
            "x-frame-options",
            "referrer-policy",
            "permissions-policy");

    private static final List<String> INSIDES = List.of(
            "Exception",
            "\tat ",
            "io.patchbay",
            "org.springframework",
            "org.postgresql",
            "ERROR: ",
            "Tomcat",
            "root:x:0");

    private Harm() {}

    /** What is wrong with an answer; empty where nothing is. */
    static List<String> in(Attack attack, Answer answer) {
        var harm = new ArrayList<String>();
        if (answer.status() >= 500) {
            harm.add("status " + answer.status());
        }
        HEADERS.stream().filter(name -> !answer.has(name)).forEach(name -> harm.add("no " + name));
        if (answer.has("x-injected") || answer.header("location").contains("evil.example")) {
            harm.add("a header was injected: " + answer.headers());
        }
        if (answer.header("content-type").startsWith("text/html")
                && (answer.body().contains("<img src=pb-live") || answer.body().contains("href=\"javascript:"))) {
            harm.add("live markup");
        }
        if (answer.status() >= 400) {
            INSIDES.stream().filter(answer.body()::contains).forEach(word -> harm.add("says " + word));
            if (answer.body().isEmpty() && !attack.method().equals("HEAD")) {
                harm.add("no page with status " + answer.status());
            }
        }
        return harm;
    }
}
