#!/usr/bin/env node
require('../dist/ladders.cjs');
