package io.patchbay.ui.form;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanWrapper;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.validation.AbstractPropertyBindingResult;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.web.servlet.support.ExtendedServletRequestDataBinder;

/**
 * Binds a form that is a record so that its page can be shown again whatever was sent. A value that cannot be converted is
 * missing in the record and an error of its field; Spring's own result then knows no record at all, and the page would fail.
 */
class FormBinder extends ExtendedServletRequestDataBinder {

    FormBinder(@Nullable Object target, String objectName) {
        super(target, objectName);
    }

    @Override
    protected AbstractPropertyBindingResult createBeanPropertyBindingResult() {
        return getTarget() == null
                ? new LateResult(this::getTarget, getObjectName())
                : super.createBeanPropertyBindingResult();
    }

    /** The result of binding something that is made only while it is bound. */
    private static class LateResult extends BeanPropertyBindingResult {

        private static final long serialVersionUID = 1L;

        private final transient Supplier<@Nullable Object> target;

        LateResult(Supplier<@Nullable Object> target, String objectName) {
            super(null, objectName);
            this.target = target;
        }

        @Override
        public Map<String, Object> getModel() {
            var model = super.getModel();
            var made = target.get();
            if (made != null) {
                model.put(getObjectName(), made);
            }
            return model;
        }

        @Override
        protected BeanWrapper createBeanWrapper() {
            var made = target.get();
            return made == null ? super.createBeanWrapper() : PropertyAccessorFactory.forBeanPropertyAccess(made);
        }
    }
}
