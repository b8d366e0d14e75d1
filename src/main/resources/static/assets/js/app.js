/* What pages gain by JavaScript; all of them work without. */
import { enhance } from './enhance.js';
import './banners.js';
import './choices.js';
import './copy.js';
import './dialogs.js';
import './filters.js';
import './forms.js';
import './htmx.js';
import './navigation.js';
import './presence.js';
import './reload.js';
import './shortcuts.js';
import './theme.js';
import './toasts.js';
import './zoned-forms.js';

enhance(document);
