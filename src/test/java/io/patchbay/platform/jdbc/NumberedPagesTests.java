package io.patchbay.platform.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.platform.jdbc.NumberedPages.Counted;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.data.domain.Page;

/** Pages of lists by number: each entry is on one of them, and a number that there is not leads to the nearest that there is. */
@Tag("fast")
class NumberedPagesTests {

    @ParameterizedTest
    @CsvSource({
        "0, 1, 0, 0, 1",
        "0, 9, 0, 0, 1",
        "1, 1, 1, 0, 1",
        "25, 2, 25, 0, 1",
        "26, 1, 25, 0, 2",
        "26, 2, 1, 1, 2",
        "60, 2, 25, 1, 3",
        "60, 99, 10, 2, 3",
        "60, -2147483648, 25, 0, 3",
        "60, 2147483647, 10, 2, 3"
    })
    void comeToThePageAskedForOrTheNearest(int entries, int wanted, int shown, int number, int pages) {
        var all = IntStream.range(0, entries).boxed().toList();
        var read = NumberedPages.read(
                wanted,
                page -> all.stream()
                        .skip(page.getOffset())
                        .limit(page.getPageSize())
                        .map(entry -> new Counted<>(entry, entries))
                        .toList());

        for (var page : List.<Page<Integer>>of(NumberedPages.of(all, wanted), read)) {
            assertThat(page.getContent()).isEqualTo(all.subList(number * 25, number * 25 + shown));
            assertThat(page.getNumber()).isEqualTo(number);
            assertThat(Math.max(1, page.getTotalPages())).isEqualTo(pages);
            assertThat(page.getTotalElements()).isEqualTo(entries);
        }
    }
}
