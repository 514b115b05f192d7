(* Written from the rules that KeY loaded; -Dstillpoint.coq.write=true writes it again. *)
Require Import List ZArith Bool.
From Stillpoint Require Import KeyModel Words.
Open Scope Z_scope.

Section Statements.
Context {key : Key}.

Definition axiomAddZeroRight : Prop :=
  forall (q : Q), ((qAdd q qZero) = q).
Definition axiomMulZeroLeft : Prop :=
  forall (q : Q), ((qMul qZero q) = qZero).
Definition axiomMulZeroRight : Prop :=
  forall (q : Q), ((qMul q qZero) = qZero).
Definition axiomDistribute : Prop :=
  forall (q : Q) (r : Q) (c : Q), ((qMul (qAdd q r) c) = (qAdd (qMul q c) (qMul r c))).
Definition axiomMulAssociative : Prop :=
  forall (a : Q) (b : Q) (c : Q), ((qMul a (qMul b c)) = (qMul (qMul a b) c)).
Definition axiomMulNegRight : Prop :=
  forall (a : Q) (b : Q), ((qMul a (qNeg b)) = (qNeg (qMul a b))).
Definition axiomAddThenTakeAway : Prop :=
  forall (a : Q) (b : Q), ((qAdd (qAdd a b) (qNeg b)) = a).
Definition axiomTakeAwayThenAdd : Prop :=
  forall (a : Q) (b : Q), ((qAdd (qAdd a (qNeg b)) b) = a).
Definition axiomAddSwap : Prop :=
  forall (q : Q) (commEqLeft : Q) (commEqRight : Q), ((qAdd (qAdd q commEqLeft) commEqRight) = (qAdd (qAdd q commEqRight) commEqLeft)).
Definition axiomAddCommutes : Prop :=
  forall (commEqLeft : Q) (commEqRight : Q), ((qAdd commEqLeft commEqRight) = (qAdd commEqRight commEqLeft)).
Definition axiomMulCommutes : Prop :=
  forall (commEqLeft : Q) (commEqRight : Q), ((qMul commEqLeft commEqRight) = (qMul commEqRight commEqLeft)).
Definition axiomMulSwap : Prop :=
  forall (q : Q) (commEqLeft : Q) (commEqRight : Q), ((qMul (qMul q commEqLeft) commEqRight) = (qMul (qMul q commEqRight) commEqLeft)).
Definition axiomMulOneRight : Prop :=
  forall (q : Q), ((qMul q qOne) = q).
Definition axiomSignumZero : Prop :=
  forall (q : Q), (((qSignum q) = (qSignum q)) /\ (((qSignum q) = 0) -> (q = qZero))).
Definition axiomRatioOfParts : Prop :=
  forall (m : Z) (n : Z), (((qMul (qRatio m n) (qRatio 1 m)) = (qMul (qRatio m n) (qRatio 1 m))) /\ (((~ (m = 0)) /\ (~ (n = 0))) -> ((qMul (qRatio m n) (qRatio 1 m)) = (qRatio 1 n)))).
Definition axiomAddZeroLeft : Prop :=
  forall (q : Q), ((qAdd qZero q) = q).
Definition axiomSignOfZero : Prop :=
  ((qSignum qZero) = 0).
Definition axiomSignValues : Prop :=
  forall (q : Q), (((qSignum q) = (qSignum q)) /\ ((((qSignum q) = (-1)) \/ ((qSignum q) = 0)) \/ ((qSignum q) = 1))).
Definition axiomSignOfProduct : Prop :=
  forall (q : Q) (r : Q), ((qSignum (qMul q r)) = ((qSignum q) * (qSignum r))).
Definition axiomSignOfSum : Prop :=
  forall (q : Q) (r : Q), (((qSignum (qAdd q r)) = (qSignum (qAdd q r))) /\ ((((qSignum q) >= 0) /\ ((qSignum r) >= 0)) -> ((qSignum (qAdd q r)) >= 0))).
Definition axiomSignOfOpposite : Prop :=
  forall (q : Q), (((qNeg q) = (qNeg q)) /\ ((qSignum (qNeg q)) = (0 - (qSignum q)))).
Definition lemmaTwinBiasGradient : Prop :=
  forall (S : Stack) (l : Z) (i : Z) (j : Z) (B : Mat) (F : Activations) (q : Q) (v : Vec) (w : Vec), (((twinWeights S l i j) /\ (twinBiases B l i j)) -> (twinBiases (deltasWhereBias B (deltasOf S F q (preactivationsOf S B F v) w)) l i j)).
Definition lemmaTwinWeightGradient : Prop :=
  forall (S : Stack) (l : Z) (i : Z) (j : Z) (B : Mat) (F : Activations) (q : Q) (v : Vec) (w : Vec), (((twinWeights S l i j) /\ (twinBiases B l i j)) -> (twinWeights (outerProducts (deltasOf S F q (preactivationsOf S B F v) w) F v (preactivationsOf S B F v)) l i j)).
Definition lemmaTwinBiasSum : Prop :=
  forall (n : Z) (S : Stack) (l : Z) (i : Z) (j : Z) (B : Mat) (F : Activations) (q : Q) (o : Obj) (X : Mat) (Y : Mat) (c : Q), ((((0 <= n) /\ (twinWeights S l i j)) /\ (twinBiases B l i j)) -> (twinBiases (sumOfBiasGradients S B F q o X Y c n) l i j)).
Definition lemmaTwinBiasesPlusScaled : Prop :=
  forall (B : Mat) (l : Z) (i : Z) (j : Z) (M : Mat) (c : Q), (((twinBiases B l i j) /\ (twinBiases M l i j)) -> (twinBiases (matPlusScaled B c M) l i j)).
Definition lemmaTwinWeightSum : Prop :=
  forall (n : Z) (S : Stack) (l : Z) (i : Z) (j : Z) (B : Mat) (F : Activations) (q : Q) (o : Obj) (X : Mat) (Y : Mat) (c : Q), ((((0 <= n) /\ (twinWeights S l i j)) /\ (twinBiases B l i j)) -> (twinWeights (sumOfWeightGradients S B F q o X Y c n) l i j)).
Definition lemmaTwinWeightsPlusScaled : Prop :=
  forall (S : Stack) (l : Z) (i : Z) (j : Z) (T : Stack) (c : Q), (((twinWeights S l i j) /\ (twinWeights T l i j)) -> (twinWeights (stackPlusScaled S c T) l i j)).
Definition lemmaTwinsTrained : Prop :=
  forall (n : Z) (t : TrainingState) (l : Z) (i : Z) (j : Z) (F : Activations) (c : Q) (o : Obj) (XX : Stack) (YY : Stack) (w : Vec) (q : Q) (d : Q), (((0 <= n) /\ (twinState t l i j)) -> (twinState (trained t F c o XX YY w q d n) l i j)).
Definition lemmaZeroBiasGradient : Prop :=
  forall (S : Stack) (n : Z) (B : Mat) (F : Activations) (q : Q) (M : Mat) (w : Vec), (((isZeroStack S) /\ (n <= ((depth S) - 1))) -> (zeroRows (deltasWhereBias B (deltasOf S F q M w)) n)).
Definition lemmaZeroWeightGradient : Prop :=
  forall (S : Stack) (B : Mat) (F : Activations) (q : Q) (v : Vec) (w : Vec), (((((isZeroStack S) /\ (zeroRows B ((depth S) - 1))) /\ (zeroAtZero F ((depth S) - 1))) /\ (2 <= (depth S))) -> (isZeroStack (outerProducts (deltasOf S F q (preactivationsOf S B F v) w) F v (preactivationsOf S B F v)))).
Definition lemmaZeroTrained : Prop :=
  forall (n : Z) (t : TrainingState) (m : Z) (F : Activations) (c : Q) (o : Obj) (XX : Stack) (YY : Stack) (w : Vec) (q : Q) (d : Q), (((((0 <= n) /\ (zeroState t m)) /\ (zeroAtZero F (m - 1))) /\ (2 <= m)) -> (zeroState (trained t F c o XX YY w q d n) m)).
Definition lemmaNoBiasTrained : Prop :=
  forall (n : Z) (t : TrainingState) (m : Z) (F : Activations) (c : Q) (o : Obj) (XX : Stack) (YY : Stack) (w : Vec) (q : Q) (d : Q), (((0 <= n) /\ (noBias (biasesOf t) m)) -> (noBias (biasesOf (trained t F c o XX YY w q d n)) m)).
Definition lemmaConstantAffine : Prop :=
  forall (M : Mat) (u : Vec) (v : Vec), ((~ ((affine M u v) = (biasOrZeros u (rows M)))) -> (~ (isZeroMat M))).
Definition lemmaConstantOutput : Prop :=
  forall (S : Stack) (B : Mat) (F : Activations) (v : Vec) (i : Z), ((((preactivation S B F v i) = (preactivation S B F v i)) -> (~ ((i = ((depth S) - 1)) -> ((preactivation S B F v i) = (biasOrZeros (row B i) (rows (layer S i))))))) -> (~ (constantOutput S))).
Definition lemmaZeroIsConstant : Prop :=
  forall (t : TrainingState) (F : Activations) (c : Q) (o : Obj) (XX : Stack) (YY : Stack) (w : Vec) (q : Q) (d : Q) (n : Z), ((zeroState (trained t F c o XX YY w q d n) (depth (weightsOf t))) -> (constantOutput (weightsOf (trained t F c o XX YY w q d n)))).
Definition lemmaRestTrained : Prop :=
  forall (n : Z) (YY : Stack) (t : TrainingState) (s : TrainingState) (XX : Stack) (u : Vec) (F : Activations) (c : Q) (o : Obj) (w : Vec) (q : Q) (d : Q), ((((((0 <= n) /\ (n <= (depth YY))) /\ (sameRest t s)) /\ (sameBatchSizes XX YY)) /\ ((len u) = (rows (layer (weightsOf s) ((depth (weightsOf s)) - 1))))) -> ((balancedBatches o YY u) -> (sameRest (trained t F c o XX YY w q d n) s))).
Definition lemmaBeforeBiases : Prop :=
  forall (S : Stack) (B : Mat) (F : Activations) (q : Q) (o : Obj) (X : Mat) (i : Z) (Y : Mat) (c : Q) (n : Z), ((((sumOfBiasGradients S B F q o (swappedRows X i) (swappedRows Y i) c n) = (sumOfBiasGradients S B F q o (swappedRows X i) (swappedRows Y i) c n)) -> (~ (((0 <= n) /\ (n <= i)) -> ((sumOfBiasGradients S B F q o (swappedRows X i) (swappedRows Y i) c n) = (sumOfBiasGradients S B F q o X Y c n))))) -> (~ ((neighbours X i) /\ (neighbours Y i)))).
Definition lemmaBeforeWeights : Prop :=
  forall (S : Stack) (B : Mat) (F : Activations) (q : Q) (o : Obj) (X : Mat) (i : Z) (Y : Mat) (c : Q) (n : Z), ((((sumOfWeightGradients S B F q o (swappedRows X i) (swappedRows Y i) c n) = (sumOfWeightGradients S B F q o (swappedRows X i) (swappedRows Y i) c n)) -> (~ (((0 <= n) /\ (n <= i)) -> ((sumOfWeightGradients S B F q o (swappedRows X i) (swappedRows Y i) c n) = (sumOfWeightGradients S B F q o X Y c n))))) -> (~ ((neighbours X i) /\ (neighbours Y i)))).
Definition lemmaBehindBiases : Prop :=
  forall (S : Stack) (B : Mat) (F : Activations) (q : Q) (o : Obj) (X : Mat) (i : Z) (Y : Mat) (c : Q) (n : Z), ((((sumOfBiasGradients S B F q o (swappedRows X i) (swappedRows Y i) c n) = (sumOfBiasGradients S B F q o (swappedRows X i) (swappedRows Y i) c n)) -> (~ (((((0 <= i) /\ ((i + 2) <= n)) /\ (n <= (rows X))) /\ ((rows X) = (rows Y))) -> ((sumOfBiasGradients S B F q o (swappedRows X i) (swappedRows Y i) c n) = (sumOfBiasGradients S B F q o X Y c n))))) -> (~ ((neighbours X i) /\ (neighbours Y i)))).
Definition lemmaBehindWeights : Prop :=
  forall (S : Stack) (B : Mat) (F : Activations) (q : Q) (o : Obj) (X : Mat) (i : Z) (Y : Mat) (c : Q) (n : Z), ((((sumOfWeightGradients S B F q o (swappedRows X i) (swappedRows Y i) c n) = (sumOfWeightGradients S B F q o (swappedRows X i) (swappedRows Y i) c n)) -> (~ (((((0 <= i) /\ ((i + 2) <= n)) /\ (n <= (rows X))) /\ ((rows X) = (rows Y))) -> ((sumOfWeightGradients S B F q o (swappedRows X i) (swappedRows Y i) c n) = (sumOfWeightGradients S B F q o X Y c n))))) -> (~ ((neighbours X i) /\ (neighbours Y i)))).
Definition lemmaBiasGradientLinear : Prop :=
  forall (B : Mat) (S : Stack) (F : Activations) (q : Q) (M : Mat) (v : Vec) (c : Q) (w : Vec), (((deltasWhereBias B (deltasOf S F q M (plusScaled v c w))) = (deltasWhereBias B (deltasOf S F q M (plusScaled v c w)))) /\ (((len v) = (len w)) -> ((deltasWhereBias B (deltasOf S F q M (plusScaled v c w))) = (matPlusScaled (deltasWhereBias B (deltasOf S F q M v)) c (deltasWhereBias B (deltasOf S F q M w)))))).
Definition lemmaWeightGradientLinear : Prop :=
  forall (S : Stack) (F : Activations) (q : Q) (M : Mat) (v : Vec) (c : Q) (w : Vec) (u : Vec), (((outerProducts (deltasOf S F q M (plusScaled v c w)) F u M) = (outerProducts (deltasOf S F q M (plusScaled v c w)) F u M)) /\ (((len v) = (len w)) -> ((outerProducts (deltasOf S F q M (plusScaled v c w)) F u M) = (stackPlusScaled (outerProducts (deltasOf S F q M v) F u M) c (outerProducts (deltasOf S F q M w) F u M))))).
Definition lemmaEulerDeltas : Prop :=
  forall (n : Z) (S : Stack) (B : Mat) (F : Activations) (q : Q) (w : Vec) (v : Vec), ((((((0 <= n) /\ (network S B)) /\ (noBiases B)) /\ (homogeneousActivations F q ((depth S) - 1))) /\ ((len w) = (rows (layer S ((depth S) - 1))))) -> (eulerDeltas S B F q v w n)).
Definition lemmaEulerOfDeltas : Prop :=
  forall (S : Stack) (B : Mat) (F : Activations) (q : Q) (v : Vec) (w : Vec), (((((network S B) /\ (eulerDeltas S B F q v w (depth S))) /\ ((len v) = (inputs S))) /\ (noBiases B)) -> (eulersIdentity S B F (outerProducts (deltasOf S F q (preactivationsOf S B F v) w) F v (preactivationsOf S B F v)) v w)).
Definition lemmaBalancedSample : Prop :=
  forall (S : Stack) (B : Mat) (l : Z) (j : Z) (F : Activations) (q : Q) (v : Vec) (w : Vec), (((((network S B) /\ (hiddenUnit S l j)) /\ (homogeneous (activationAt F l) q)) /\ (sampleFits S v w)) -> (balanced S B (outerProducts (deltasOf S F q (preactivationsOf S B F v) w) F v (preactivationsOf S B F v)) (deltasWhereBias B (deltasOf S F q (preactivationsOf S B F v) w)) l j)).
Definition lemmaBalancedSum : Prop :=
  forall (n : Z) (X : Mat) (S : Stack) (B : Mat) (l : Z) (j : Z) (F : Activations) (q : Q) (o : Obj) (Y : Mat) (c : Q), (((((((0 <= n) /\ (n <= (rows X))) /\ (network S B)) /\ (hiddenUnit S l j)) /\ (homogeneous (activationAt F l) q)) /\ (hasColumns X (inputs S))) -> (balanced S B (sumOfWeightGradients S B F q o X Y c n) (sumOfBiasGradients S B F q o X Y c n) l j)).
Definition lemmaPlusZeroTimesMat : Prop :=
  forall (M : Mat) (N : Mat), ((matPlusScaled M qZero N) = M).
Definition lemmaPlusZeroTimesStack : Prop :=
  forall (S : Stack) (T : Stack), ((stackPlusScaled S qZero T) = S).
Definition lemmaShapeOfBiasSum : Prop :=
  forall (n : Z) (S : Stack) (B : Mat) (F : Activations) (q : Q) (o : Obj) (X : Mat) (Y : Mat) (c : Q), ((0 <= n) -> (sameShape (sumOfBiasGradients S B F q o X Y c n) B)).
Definition lemmaShapeOfWeightSum : Prop :=
  forall (n : Z) (S : Stack) (B : Mat) (F : Activations) (q : Q) (o : Obj) (X : Mat) (Y : Mat) (c : Q), ((0 <= n) -> (sameStackShape (sumOfWeightGradients S B F q o X Y c n) S)).
Definition lemmaSquaresChange : Prop :=
  forall (S : Stack) (l : Z) (j : Z) (B : Mat) (T : Stack) (N : Mat) (c : Q), ((((((hiddenUnit S l j) /\ (network S B)) /\ (sameStackShape T S)) /\ (sameShape N B)) /\ (balanced S B T N l j)) -> (squaresChange S B (stackPlusScaled S c T) (matPlusScaled B c N) T N c l j)).
End Statements.
