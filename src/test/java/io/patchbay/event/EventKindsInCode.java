package io.patchbay.event;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Every kind of event that the code has, whether or not its module makes it known. */
final class EventKindsInCode {

    private EventKindsInCode() {}

    /** The kinds, module by module. */
    static List<EventKind> all() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.patchbay").stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(EventKind.class))
                        .sorted(Comparator.comparing(JavaClass::getSimpleName))
                        .flatMap(type -> Stream.of(type.reflect().getEnumConstants()))
                        .map(EventKind.class::cast)
                        .toList();
    }
}
