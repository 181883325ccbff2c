"""Stand in for containers, of which nothing here needs more than their names."""

import _collections_abc
import sys

sys.modules["collections.abc"] = abc = _collections_abc
