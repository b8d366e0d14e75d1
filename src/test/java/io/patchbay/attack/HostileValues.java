package io.patchbay.attack;

import java.util.List;
import java.util.stream.Stream;

/** What somebody may type, paste or forge where one value is asked for, by class. */
final class HostileValues {

    /** Markup that must never come back as markup. */
    static final String MARKUP = "<img src=pb-live onerror=pb()>";

    private static final List<String> NUMBERS = List.of(
            "NaN",
            "Infinity",
            "-1",
            "0",
            "2147483648",
            "-9223372036854775809",
            "99999999999999999999999",
            "1e400",
            "0x10",
            "1.5",
            "1,5",
            "٣");

    private static final List<String> WRONG_TYPES = List.of(
            "",
            " ",
            "NOT_A_VALUE",
            "null",
            "undefined",
            "true",
            "[]",
            "{\"a\":1}",
            ",,,",
            "1;2",
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-fffffffffffff",
            "2030-02-31",
            "0000-00-00T00:00",
            "+999999999-12-31T23:59",
            "2030-01-01T25:61",
            "remove99",
            "Mars/Olympus");

    private static final List<String> MARKUPS = List.of(
            MARKUP,
            "\">" + MARKUP,
            "'>" + MARKUP,
            "</textarea></title></script>" + MARKUP,
            "[x](javascript:pb()) ![x](x\"onerror=\"pb())",
            "<svg/onload=pb()>" + MARKUP,
            "javascript:pb()",
            "data:text/html," + MARKUP,
            "//evil.example/" + MARKUP);

    private static final List<String> CODE = List.of(
            "' or '1'='1' --",
            "'; drop table company; --",
            "\\'; select pg_sleep(9); --",
            "%_%",
            "${7*7}",
            "#{7*7}",
            "[[${7*7}]]",
            "__${T(java.lang.Runtime).getRuntime()}__::.x",
            "{0} {1,number,#} {",
            "=cmd|' /C calc'!A0",
            "$(id)`id`;id",
            "(a+)+$ aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!",
            "${jndi:ldap://127.0.0.1/x}");

    private static final List<String> PATHS = List.of(
            "../../../../etc/passwd",
            "..\\..\\windows\\win.ini",
            "file:///etc/passwd",
            "/WEB-INF/web.xml",
            "//evil.example",
            "\\\\evil.example\\share",
            "http://127.0.0.1:22/",
            "https://[::1]/",
            "https://169.254.169.254/latest/meta-data/",
            "https://user:pass@evil.example:99999/",
            "https://" + "a".repeat(300) + ".example/");

    private static final List<String> CHARACTERS = List.of(
            "\u0000",
            "a\u0000b",
            "\u0007\u001b[31m",
            "\u007f\u0085",
            "\u202egnp.exe\u202c",
            "\u2066x\u2069",
            "\ufeff\u200b\u2060",
            "\ud83d\ude00".repeat(60),
            "Z\u0351\u036b\u0343".repeat(40),
            "\u0130\u0131\u00df\ufb00",
            "a\r\nX-Injected: 1\r\n\r\n" + MARKUP,
            "a\nBcc: victim@example.com");

    private static final List<String> LONG =
            List.of("x".repeat(256), "\u00e9".repeat(2_049), "9".repeat(400), "x".repeat(8_000), "x".repeat(8_001));

    private HostileValues() {}

    /** Numbers and values of another type than is asked for. */
    static List<String> wrong() {
        return Stream.of(NUMBERS, WRONG_TYPES).flatMap(List::stream).toList();
    }

    /** All of them. */
    static List<String> all() {
        return Stream.of(NUMBERS, WRONG_TYPES, MARKUPS, CODE, PATHS, CHARACTERS, LONG)
                .flatMap(List::stream)
                .toList();
    }
}
