import sys

from quiet_guide.command import main

sys.exit(main())
